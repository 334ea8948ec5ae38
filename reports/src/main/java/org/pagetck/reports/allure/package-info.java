/// Results for Allure: one per requirement of a run, and those of the project's own tests, labelled
/// by the catalogue. The only package that knows Allure; depends on the model and the records of a
/// run.
@NullMarked
package org.pagetck.reports.allure;

import org.jspecify.annotations.NullMarked;
