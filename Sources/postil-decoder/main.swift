import PostilImaging

// Started by Postil with a pipe at either end; by hand it has nothing to say.
DecodingProcess.confine()
DecodingProcess.serve(0, 1, renderer: PictureRenderer())
