import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { day } from "../../organisation/contract.ts";
import { endAgreement } from "../service.server.ts";
import type { Route } from "./+types/end";
import { DeedPage } from "./DeedPage.tsx";
import { dealText } from "./deal.text.ts";
import { deedWithReason, readDeed, takeDeed } from "./deed.server.ts";

/** Ends an agreement before its time, with a reason. */
export function loader(asked: Route.LoaderArgs) {
	return readDeed(asked, "end");
}

export function action(asked: Route.ActionArgs) {
	return takeDeed(asked, deedWithReason.extend({ endsOn: day }), "ended", endAgreement);
}

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
	const text = dealText[useLanguage()];
	return (
		<DeedPage
			agreement={loaderData}
			path="end"
			title={text.endTitle}
			body={text.endBody}
			dangerous
			refused={actionData}
		>
			<Field name="endsOn" label={text.endsOn} kind="date" required />
		</DeedPage>
	);
}
