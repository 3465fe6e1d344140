/* Nothing of chafa reaches Swift: this module only brings CImaging the flags to build and link with. */
