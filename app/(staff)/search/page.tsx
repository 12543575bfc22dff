import { SearchScreen } from "@/components/search/search-screen";
import { signedIn } from "../signed-in";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchPage({ searchParams }: Props) {
  const given = Object.entries(await searchParams).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  await signedIn(`/search?${new URLSearchParams(given).toString()}`);
  return <SearchScreen />;
}
