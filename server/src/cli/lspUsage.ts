/** Help text of `zhangfa lsp`. */
export const LSP_USAGE = `zhangfa lsp [--stdio]

  语言服务（LSP），在标准输入输出上说话，由编辑器启动；设置和各编辑器的写法见 docs/editors.md。
  The language server on standard input and output, to be started by an editor; see docs/editors.md.

  --stdio                标准输入输出，本来就是 the default

示例 example（Neovim）:
  vim.lsp.start({ name = 'zhangfa', cmd = { 'zhangfa', 'lsp', '--stdio' } })
`;
