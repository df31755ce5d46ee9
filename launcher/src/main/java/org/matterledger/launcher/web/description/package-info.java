/** The API's description, made from the code that serves it: OpenAPI 3.1 at {@code /openapi.json}. */
@NullMarked
package org.matterledger.launcher.web.description;

import org.jspecify.annotations.NullMarked;
