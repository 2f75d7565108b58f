/** People at work: everybody signs for, works on and reports one notice over HTTP, and a service that runs for weeks. */
package org.noticecascade.benchmarks.people;
