/** My day: what a staff member owes, what is most in danger of being forgotten first. */
@NullMarked
package org.matterledger.query.worklist;

import org.jspecify.annotations.NullMarked;
