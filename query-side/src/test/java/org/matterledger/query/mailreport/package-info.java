/** Tests of what a mail import shows. */
@NullMarked
package org.matterledger.query.mailreport;

import org.jspecify.annotations.NullMarked;
