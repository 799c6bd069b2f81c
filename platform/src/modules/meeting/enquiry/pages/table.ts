import { asks, boxes, enquirySorts, enquiryStandings } from "../codes.ts";

/** What the address of the list of enquiries says; the list as Excel reads it the same way. */
export const enquiryTable = {
	sort: enquirySorts,
	filters: { box: boxes, standing: enquiryStandings, asks },
} as const;
