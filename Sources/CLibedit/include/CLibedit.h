#ifndef PODLAB_CLIBEDIT_H
#define PODLAB_CLIBEDIT_H
/* The only place that knows libedit's C API. */
#endif
