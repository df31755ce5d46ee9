/** What imported mail shows of the firm's replies and silence. */
@NullMarked
package org.matterledger.query.mailreport;

import org.jspecify.annotations.NullMarked;
