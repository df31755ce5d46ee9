/** HTTP: reading requests strictly, answering in one manner, and telling what is wrong with bad ones. */
@NullMarked
package org.matterledger.launcher.web;

import org.jspecify.annotations.NullMarked;
