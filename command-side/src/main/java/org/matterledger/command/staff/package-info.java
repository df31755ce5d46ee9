/** Who works at the firm, and in which roles. */
@NullMarked
package org.matterledger.command.staff;

import org.jspecify.annotations.NullMarked;
