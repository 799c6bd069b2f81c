import { useLanguage } from "../../../ui/language.tsx";
import { withdraw } from "../service.server.ts";
import type { Route } from "./+types/withdraw";
import { DeedPage } from "./DeedPage.tsx";
import { dealText } from "./deal.text.ts";
import { deedWithReason, readDeed, takeDeed } from "./deed.server.ts";

/** Ends negotiations without an agreement, with a reason. */
export function loader(asked: Route.LoaderArgs) {
	return readDeed(asked, "withdraw");
}

export function action(asked: Route.ActionArgs) {
	return takeDeed(asked, deedWithReason, "withdrawn", withdraw);
}

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
	const text = dealText[useLanguage()];
	return (
		<DeedPage
			agreement={loaderData}
			path="withdraw"
			title={text.withdrawTitle}
			body={text.withdrawBody}
			dangerous
			refused={actionData}
		/>
	);
}
