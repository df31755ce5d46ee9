@NullMarked
package org.matterledger.query.compliancereplay;

import org.jspecify.annotations.NullMarked;
