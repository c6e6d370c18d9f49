/* What is asked of sets and texts most often, answered without a call where a first look will do.

A third of what compiled reading does is to look up words in sets, most of which do not have them. The place that a set's table
has for a word is free, or taken by that word or by another; only in the last case Python goes on to look, as it does for all
that is no set or no text. Included by each module of the parser, by none of mypyc's own (`setup.py`). */

#ifndef TIMELINE_QUICK_H
#define TIMELINE_QUICK_H

/* Whether a set has a thing: 1, 0, or -1 with an error set. */
static inline int quick_contains(PyObject *set, PyObject *thing) {
    if (PyAnySet_CheckExact(set) && PyUnicode_CheckExact(thing)) {
        Py_hash_t hash = ((PyASCIIObject *)thing)->hash;
        PySetObject *inner = (PySetObject *)set;
        setentry *entry = &inner->table[(size_t)hash & (size_t)inner->mask];
        if (hash != -1 && entry->key == NULL)
            return 0;
        if (entry->key == thing)
            return 1;
    }
    return PySet_Contains(set, thing);
}

/* Whether none of some things is in the set: 1, 0, or -1 with an error set. */
static inline int quick_has_none(PyObject *set, PyObject **things, Py_ssize_t count) {
    for (Py_ssize_t place = 0; place < count; place++) {
        int found = quick_contains(set, things[place]);
        if (found)
            return found < 0 ? -1 : 0;
    }
    return 1;
}

/* The same of the things in another set; the smaller one is gone through. */
static inline int quick_are_apart(PyObject *one, PyObject *other) {
    PySetObject *smaller = (PySetObject *)other;
    PyObject *larger = one;
    if (((PySetObject *)one)->used < smaller->used) {
        smaller = (PySetObject *)one;
        larger = other;
    }
    Py_ssize_t left = smaller->used;
    for (setentry *entry = smaller->table; left > 0; entry++) {
        if (entry->key == NULL || entry->hash == -1) /* free, or something was taken out there */
            continue;
        int found = quick_contains(larger, entry->key);
        if (found)
            return found < 0 ? -1 : 0;
        left--;
    }
    return 1;
}

static PyObject *quick_isdisjoint; /* the name, as it is interned */

/* A method called by its name; `isdisjoint` of sets is answered here. */
static inline PyObject *quick_method(PyObject *name, PyObject *const *args, size_t nargsf, PyObject *kwnames) {
    if (quick_isdisjoint == NULL)
        quick_isdisjoint = PyUnicode_InternFromString("isdisjoint");
    if (name == quick_isdisjoint && PyAnySet_CheckExact(args[0])) {
        PyObject *other = args[1];
        int answer = 2;
        if (PyAnySet_CheckExact(other))
            answer = quick_are_apart(args[0], other);
        else if (PyList_CheckExact(other))
            answer = quick_has_none(args[0], ((PyListObject *)other)->ob_item, PyList_GET_SIZE(other));
        else if (PyTuple_CheckExact(other))
            answer = quick_has_none(args[0], ((PyTupleObject *)other)->ob_item, PyTuple_GET_SIZE(other));
        if (answer < 0)
            return NULL;
        if (answer < 2)
            return Py_NewRef(answer ? Py_True : Py_False);
    }
    return PyObject_VectorcallMethod(name, args, nargsf, kwnames);
}

/* Whether a text is one that is written in the code. */
static inline char quick_is(PyObject *text, PyObject *literal, Py_ssize_t length) {
    if (text == literal)
        return 1;
    return PyUnicode_GET_LENGTH(text) == length && CPyStr_EqualLiteral(text, literal, length);
}

#ifndef Py_GIL_DISABLED /* where threads take turns, no set changes meanwhile */
#define PySet_Contains quick_contains
#define PyObject_VectorcallMethod quick_method
#endif
#define CPyStr_EqualLiteral quick_is
#endif
