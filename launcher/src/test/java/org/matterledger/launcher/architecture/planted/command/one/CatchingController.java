package org.matterledger.launcher.architecture.planted.command.one;

/** Breaks: a controller catches nothing. */
class CatchingController {
    String answer(String number) {
        try {
            return "" + Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return "no number";
        }
    }
}
