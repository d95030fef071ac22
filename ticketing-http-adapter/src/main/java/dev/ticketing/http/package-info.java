/** REST surfaces and pages, as a servlet that the host mounts. */
@NullMarked
package dev.ticketing.http;

import org.jspecify.annotations.NullMarked;
