/** The numbers by which the firm measures itself, version by version. */
@NullMarked
package org.matterledger.command.policy;

import org.jspecify.annotations.NullMarked;
