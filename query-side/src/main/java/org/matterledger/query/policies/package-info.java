/** The numbers by which the firm measures itself, version by version. */
@NullMarked
package org.matterledger.query.policies;

import org.jspecify.annotations.NullMarked;
