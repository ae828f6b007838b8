/* What must hold of every document, whatever was read. */
#ifndef CHY_TESTS_API_CHECK_DOC_H
#define CHY_TESTS_API_CHECK_DOC_H

#include "chancery.h"

/* NULL when all spans are ordered, in bounds and not empty and all indexes point at something; else
 * what is wrong. */
const char *check_doc(const chy_doc_content *content);

#endif
