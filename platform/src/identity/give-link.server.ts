import { z } from "zod";
import { parseForm } from "../forms/parse.ts";

const wanted = z.object({ email: z.email().max(320).nullable() });

/** What was written where a link is to be given: the address to mail it to, none where this installation does not mail. */
export async function readGiveLink(request: Request, mails: boolean) {
	const parsed = parseForm(wanted, await request.formData());
	return parsed.refusals ? parsed : { ...parsed, values: { email: mails ? parsed.values.email : null } };
}
