package org.matterledger.values;

/**
 * Free text or an address of a person, readable only with that person's key. Erasing the key erases the text in events,
 * projections, exports and backups alike; clocks and counts stay.
 *
 * @param subject the person whose key seals it: {@code person-…}, or a {@code staff-…} or {@code client-…} id
 * @param key which of the subject's keys
 * @param ciphertext Base64 of the synthetic nonce (16 bytes) and the sealed text (AES-SIV), bound to subject and key
 */
public record ConfidentialText(String subject, String key, String ciphertext) {}
