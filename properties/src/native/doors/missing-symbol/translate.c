/* A library without pagetck_translate, which is not optional. */
typedef int pagetck_translate_is_missing;
