@NullMarked
package org.matterledger.query.timeline;

import org.jspecify.annotations.NullMarked;
