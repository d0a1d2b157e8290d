package dev.grapevine.graph.reward.coupon;

/** Failure of an import of coupons that the operator can resolve. */
public final class CouponImportRejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    CouponImportRejected(String message) {
        super(message);
    }
}
