import { describe, expect, it } from "vitest";
import { createRateLimiter } from "../../src/index.ts";

const LIMIT = { burst: 2, perMinute: 60 };

describe("a rate limiter", () => {
  it("admits a burst, tells once that it is too much, and then is silent", () => {
    const limiter = createRateLimiter(LIMIT);
    const admissions = Array.from({ length: 5 }, () => limiter.admit("ann", 0));
    expect(admissions).toEqual(["admitted", "admitted", "notice", "silent", "silent"]);
  });

  it("admits again as time goes by", () => {
    const limiter = createRateLimiter(LIMIT);
    for (let i = 0; i < 4; i++) limiter.admit("ann", 0);
    expect([limiter.admit("ann", 999), limiter.admit("ann", 1000)]).toEqual(["silent", "admitted"]);
  });

  it("keeps one from taking another's share", () => {
    const limiter = createRateLimiter(LIMIT);
    for (let i = 0; i < 4; i++) limiter.admit("ann", 0);
    expect(limiter.admit("bo", 0)).toBe("admitted");
  });

  it("forgets whom it hasn't heard of for longest", () => {
    const limiter = createRateLimiter(LIMIT, 2);
    for (const key of ["ann", "ann", "ann", "bo", "cy"]) limiter.admit(key, 0);
    expect(limiter.admit("ann", 0)).toBe("admitted");
  });
});
