import { z } from "zod";
import { identityValues } from "../../register/contract.ts";

/** Name, number and seat as a form sends them: other names stand on a line each. */
export const identityForm = identityValues.extend({ otherNames: z.string().max(10_000).nullable() });
