@NullMarked
package org.matterledger.query;

import org.jspecify.annotations.NullMarked;
