#include "CImaging.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static void limit(int resource, rlim_t value) {
  struct rlimit both = {value, value};
  setrlimit(resource, &both);
}

void ci_confine(int64_t most_memory) {
  limit(RLIMIT_AS, (rlim_t)most_memory);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  signal(SIGPIPE, SIG_DFL);
}
