/** Badge awards as signed credentials of Open Badges 3.0. */
@NullMarked
package dev.grapevine.api.badge.openbadges;

import org.jspecify.annotations.NullMarked;
