/** Benchmarks: ratios measured in one run on one machine, never in tests. */
@NullMarked
package org.matterledger.launcher.bench;

import org.jspecify.annotations.NullMarked;
