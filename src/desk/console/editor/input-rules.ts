import { Extension, markInputRule, textblockTypeInputRule, wrappingInputRule, InputRule } from '@tiptap/core';

/** What is typed as in markdown becomes what it stands for; Backspace at once gives back what was typed. */
export const inputRules = Extension.create({
  name: 'inputRules',
  addInputRules() {
    const { nodes, marks } = this.editor.schema;
    return [
      textblockTypeInputRule({
        find: /^(#{1,4})\s$/,
        type: nodes['heading']!,
        getAttributes: (match) => ({ level: Math.max(2, match[1]?.length ?? 2) }),
      }),
      wrappingInputRule({ find: /^[-*+]\s$/, type: nodes['bullet_list']! }),
      wrappingInputRule({
        find: /^(\d{1,3})[.)]\s$/,
        type: nodes['ordered_list']!,
        getAttributes: (match) => ({ start: Number(match[1]) }),
        joinPredicate: (match, node) => node.childCount + node.attrs['start'] === Number(match[1]),
      }),
      wrappingInputRule({ find: /^>\s$/, type: nodes['blockquote']! }),
      new InputRule({
        find: /^(?:---|—-|\*\*\*)$/,
        handler: ({ state, range }) => {
          const { tr } = state;
          const $from = tr.doc.resolve(range.from);
          if ($from.depth !== 1) return;
          tr.replaceWith($from.before(), $from.before(), nodes['horizontal_rule']!.create()).delete(
            tr.mapping.map(range.from),
            tr.mapping.map(range.to),
          );
        },
      }),
      markInputRule({ find: /(?:^|\s)(\*\*(?!\s)([^*]+)\*\*)$/, type: marks['strong']! }),
      markInputRule({ find: /(?:^|[\s])((?<!\*)\*(?![\s*])([^*]+)\*)$/, type: marks['em']! }),
      markInputRule({ find: /(?:^|\s)(~~(?!\s)([^~]+)~~)$/, type: marks['strike']! }),
      markInputRule({ find: /(?:^|\s)(`([^`]+)`)$/, type: marks['code']! }),
    ];
  },
});
