package org.matterledger.launcher.mail;

import org.matterledger.values.ContentDigest;

/** What a message's file says of itself, to compare with what the ledger knows: does this file match? */
public record FileMatch(String identity, ContentDigest digest) {}
