package org.matterledger.launcher.mailimport;

import java.util.Arrays;
import java.util.Set;

/** What the domain of an address says of who stands behind it. */
final class MailDomains {

    /** Where anybody gets an address: it says nothing of an organisation. Those of today, and of the years around 2000. */
    private static final Set<String> PUBLIC = Set.of(
            "126.com", "163.com", "abv.bg", "aim.com", "alice.it", "aol.com", "aol.de", "att.net", "bellsouth.net",
            "bigfoot.com", "bigpond.com", "bigpond.net.au", "bk.ru", "bluewin.ch", "bol.com.br", "btinternet.com",
            "charter.net", "comcast.net", "compuserve.com", "cox.net", "cs.com", "earthlink.net", "email.com",
            "email.cz", "excite.com", "fastmail.com", "fastmail.fm", "flash.net", "foxmail.com", "free.fr",
            "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "gte.net",
            "hey.com", "home.com", "hotmail.be", "hotmail.ca", "hotmail.co.uk", "hotmail.com", "hotmail.de",
            "hotmail.es", "hotmail.fr", "hotmail.it", "hushmail.com", "i.ua", "icloud.com", "inbox.com", "inbox.lv",
            "inbox.ru", "interia.pl", "juno.com", "laposte.net", "libero.it", "list.ru", "live.ca", "live.co.uk",
            "live.com", "live.de", "live.fr", "live.nl", "lycos.com", "mac.com", "mail.com", "mail.ru", "mailbox.org",
            "me.com", "mindspring.com", "msn.com", "naver.com", "netscape.net", "netzero.com", "netzero.net", "o2.pl",
            "onet.eu", "onet.pl", "op.pl", "optonline.net", "orange.fr", "outlook.be", "outlook.com", "outlook.de",
            "outlook.es", "outlook.fr", "outlook.it", "pacbell.net", "pm.me", "posteo.de", "posteo.net",
            "prodigy.net", "proton.me", "protonmail.ch", "protonmail.com", "qq.com", "rambler.ru", "rediffmail.com",
            "rocketmail.com", "sbcglobal.net", "seznam.cz", "sina.com", "sky.com", "swbell.net", "t-online.de",
            "terra.com.br", "tiscali.it", "tutanota.com", "ukr.net", "uol.com.br", "usa.net", "verizon.net",
            "virgilio.it", "wanadoo.fr", "web.de", "wp.pl", "worldnet.att.net", "xtra.co.nz", "ya.ru", "yahoo.ca",
            "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.com.au", "yahoo.com.br", "yahoo.com.cn",
            "yahoo.com.hk", "yahoo.com.mx", "yahoo.com.tw", "yahoo.de", "yahoo.es", "yahoo.fr", "yahoo.in", "yahoo.it",
            "yandex.com", "yandex.ru", "yeah.net", "ymail.com", "zoho.com");

    /** Under a country's code these stand for a kind of holder, not for one: {@code co.uk}, {@code com.au}. */
    private static final Set<String> SECOND_LEVEL = Set.of(
            "ac", "asn", "co", "com", "edu", "gen", "go", "gob", "gouv", "gov", "gub", "id", "ltd", "me", "mil", "ne",
            "net", "nhs", "nom", "or", "org", "plc", "police", "sch", "web");

    private MailDomains() {}

    /** Whether anybody can have an address there. */
    static boolean isPublic(String domain) {
        return PUBLIC.contains(domain);
    }

    /** The domain that an organisation registered: {@code acme.co.uk} for {@code mail.acme.co.uk}. */
    static String organisation(String domain) {
        var labels = domain.split("\\.");
        var countryCode = labels[labels.length - 1].length() == 2;
        var kept = labels.length > 2 && countryCode && SECOND_LEVEL.contains(labels[labels.length - 2]) ? 3 : 2;
        return labels.length <= kept
                ? domain
                : String.join(".", Arrays.copyOfRange(labels, labels.length - kept, labels.length));
    }
}
