-- What neovim.test.ts looks at: opens the draft $ZHANGFA_DRAFT as a writer would, and writes what Neovim then has to
-- $ZHANGFA_RESULT as JSON. Waits for events, with a limit only for the case that one never comes.
local LIMIT = 15000

local function wait(what, condition)
  assert(vim.wait(LIMIT, condition, 10), what .. ' did not come')
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

-- Neovim counts columns in bytes; the text there says whether the server's UTF-16 was understood.
local function diagnostics()
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, {
      code = item.code,
      source = item.source,
      severity = item.severity,
      message = item.message,
      line = item.lnum,
      text = table.concat(vim.api.nvim_buf_get_text(0, item.lnum, item.col, item.end_lnum, item.end_col, {}), '\n'),
    })
  end
  return found
end

local function has(code)
  for _, item in ipairs(vim.diagnostic.get(0)) do
    if item.code == code then return true end
  end
  return false
end

-- The cursor goes before the first character of a text, resp. behind the last one.
local function go(text, behind)
  for number, line in ipairs(lines()) do
    local from, to = line:find(text, 1, true)
    if from then
      vim.api.nvim_win_set_cursor(0, { number, behind and to or from - 1 })
      return
    end
  end
  error(text .. ' is not in the draft')
end

local function client()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1]
end

local function request(method, params)
  local answers, failure = vim.lsp.buf_request_sync(0, method, params, LIMIT)
  assert(answers, failure)
  local _, answer = next(answers)
  assert(not answer.error, vim.inspect(answer.error))
  return answer.result
end

local function position()
  return vim.lsp.util.make_position_params(0, client().offset_encoding)
end

-- Chooses the first code action with such a title from the menu, as a writer does; notes all that are offered.
local function choose(title, titles)
  vim.cmd('let &undolevels = &undolevels') -- what follows is a step of its own, as after typing
  vim.ui.select = function(items, options, done)
    local chosen
    for _, item in ipairs(items) do
      local label = options.format_item(item) -- more than one value in Neovim 0.7
      table.insert(titles, label)
      if not chosen and vim.startswith(label, title) then chosen = item end
    end
    done(chosen)
  end
  vim.lsp.buf.code_action()
  wait('the menu of code actions', function() return #titles > 0 end)
end

local result = { version = vim.fn.matchstr(vim.fn.execute('version'), 'v\\d\\+\\.\\d\\+') }

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('ZHANGFA_DRAFT')))
  vim.opt.virtualedit = 'onemore' -- as in insert mode, the cursor may stand behind a line
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  result.opened = diagnostics()
  result.encoding = client().offset_encoding
  result.settings = client().config.settings

  go('先把话接住')
  result.hover = request('textDocument/hover', position())

  go('包在我身上。”', true)
  result.completion = request('textDocument/completion', position())
  local item = (result.completion.items or result.completion)[1]
  result.completion = vim.deepcopy(result.completion) -- applying an edit adds to it
  vim.lsp.util.apply_text_edits({ item.textEdit }, vim.api.nvim_get_current_buf(), client().offset_encoding)
  result.completed = lines()
  result.resolved = request('completionItem/resolve', item)
  vim.cmd('silent undo')

  go('包在我身上')
  result.rewordings = {}
  choose('改为', result.rewordings)
  wait('the rewording', function() return not has('promise.beyond-authority') end)
  result.reworded = lines()

  go('question')
  result.actions = {}
  choose('插入', result.actions)
  wait('the section', function() return not has('section.missing') end)
  result.inserted = lines()
  result.afterwards = diagnostics()
  vim.cmd('silent undo')
  wait('the diagnostic after undo', function() return has('section.missing') end)
  result.undone = lines()
end

local fine, failure = xpcall(run, debug.traceback)
if not fine then result.failure = failure end
local file = assert(io.open(os.getenv('ZHANGFA_RESULT'), 'w'))
file:write(vim.fn.json_encode(result))
file:close()
vim.cmd('qall!')
