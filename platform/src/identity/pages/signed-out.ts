import { redirectWithToast, visit } from "../../visit.server.ts";
import { identityText } from "../text.ts";
import type { Route } from "./+types/signed-out";

/** Where a provider sends the browser back to when the person is signed out there as well. */
export function loader({ context, url }: Route.LoaderArgs) {
	const text = identityText[visit(context).language];
	return redirectWithToast("/sign-in", url.searchParams.get("state") === "everywhere" ? text.byeEverywhere : text.bye);
}
