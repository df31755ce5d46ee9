/** Documents that are made from the code, and compared with what is committed. */
@NullMarked
package org.matterledger.launcher.documents;

import org.jspecify.annotations.NullMarked;
