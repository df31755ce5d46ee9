/** What a mail import shows of a firm's answers and silences: as it was, and as it would have been under other terms. */
@NullMarked
package org.matterledger.query.mailreport;

import org.jspecify.annotations.NullMarked;
