package org.matterledger.launcher.mailimport;

/** Is told how far an import has come; called from many threads. */
public interface Progress {

    /** A step begins. @param of how much there is to do in it: bytes or letters */
    void step(String what, long of);

    /** So much of it was done since the last call. */
    void done(long more);

    /** The step is over. */
    void end();

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void step(String what, long of) {}

        @Override
        public void done(long more) {}

        @Override
        public void end() {}
    };
}
