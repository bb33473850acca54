local client -- Neovim 0.7 要自己记住；0.8 起 vim.lsp.start 会重用
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    local config = {
      name = 'zhangfa',
      cmd = { 'zhangfa', 'lsp', '--stdio' },
      root_dir = vim.fn.getcwd(),
      settings = { zhangfa = { minutes = 3, documents = { 'documents/' } } },
    }
    if vim.lsp.start then
      vim.lsp.start(config)
    else
      client = client or vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(event.buf, client)
    end
    vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc' -- 插入模式 Ctrl-X Ctrl-O
    local function map(key, action) vim.keymap.set('n', key, action, { buffer = event.buf }) end
    map('K', vim.lsp.buf.hover)
    map('gd', vim.lsp.buf.definition)
    map('<leader>a', vim.lsp.buf.code_action)
  end,
})

-- Neovim 0.10 算错中文行里的光标位置（行的三分之一以后都当作行尾），以前和以后的版本不用这一段
if vim.fn.has('nvim-0.10') == 1 and vim.fn.has('nvim-0.11') == 0 then
  local original = vim.lsp.util._str_utfindex_enc
  vim.lsp.util._str_utfindex_enc = function(line, byte, encoding)
    if encoding ~= 'utf-16' or not byte or byte > #line then return original(line, byte, encoding) end
    return (select(2, vim.str_utfindex(line, byte)))
  end
end
