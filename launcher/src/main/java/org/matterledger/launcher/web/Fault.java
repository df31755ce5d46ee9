package org.matterledger.launcher.web;

/**
 * One thing that is wrong with a request.
 *
 * @param at where: a JSON pointer into the body, {@code header <name>} or {@code query <name>}
 * @param problem what is wrong there, as a clause that completes the place: {@code is missing}
 */
record Fault(String at, String problem) {}
