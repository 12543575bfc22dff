import { Fragment, memo } from "react";
import { type Block, type Inline, isJumbo, parseRichText } from "@/lib/client/rich-text";

type Props = { text: string; mentionable: ReadonlySet<string>; self: string };

export const MessageText = memo(function MessageText({ text, mentionable, self }: Props) {
  if (isJumbo(text)) return <p className="text-4xl leading-tight">{text}</p>;
  const names = { mentionable, self };
  return parseRichText(text).map((block, i) => <BlockView key={i} block={block} names={names} />);
});

type Names = { mentionable: ReadonlySet<string>; self: string };

function BlockView({ block, names }: { block: Block; names: Names }) {
  switch (block.kind) {
    case "code":
      return (
        <pre className="my-1 thin-scroll overflow-x-auto rounded-control bg-surface p-2.5 font-mono text-xs">
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return (
        <blockquote className="my-1 border-s-3 border-accent ps-2.5 text-ink-2">
          <Lines lines={block.lines} names={names} />
        </blockquote>
      );
    case "list": {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Inlines parts={item} names={names} />
        </li>
      ));
      return block.ordered ? (
        <ol start={block.start} className="list-decimal ps-6">
          {items}
        </ol>
      ) : (
        <ul className="list-disc ps-5">{items}</ul>
      );
    }
    case "paragraph":
      return (
        <p>
          <Lines lines={block.lines} names={names} />
        </p>
      );
  }
}

function Lines({ lines, names }: { lines: Inline[][]; names: Names }) {
  return lines.map((line, i) => (
    <Fragment key={i}>
      {i > 0 && <br />}
      <Inlines parts={line} names={names} />
    </Fragment>
  ));
}

function Inlines({ parts, names }: { parts: Inline[]; names: Names }) {
  return parts.map((part, i) => <InlineView key={i} part={part} names={names} />);
}

function InlineView({ part, names }: { part: Inline; names: Names }) {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return <code className="rounded-tail bg-surface px-1 font-mono text-[0.875em]">{part.text}</code>;
    case "bold":
      return (
        <strong className="font-semibold">
          <Inlines parts={part.children} names={names} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <Inlines parts={part.children} names={names} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Inlines parts={part.children} names={names} />
        </s>
      );
    case "link":
      return (
        <a
          href={part.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="[overflow-wrap:anywhere] text-accent-ink underline underline-offset-2"
        >
          {part.text}
        </a>
      );
    case "mention": {
      const username = part.username.toLowerCase();
      if (username !== "all" && !names.mentionable.has(username)) return `@${part.username}`;
      const forMe = username === "all" || username === names.self;
      return (
        <span className={`rounded-tail px-1 font-semibold text-accent-ink ${forMe ? "bg-mark" : "bg-surface"}`}>
          @{part.username}
        </span>
      );
    }
  }
}
