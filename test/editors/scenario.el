;; What emacs.test.ts looks at: opens the draft $ZHANGFA_DRAFT as a writer would, and writes what Emacs then has to
;; $ZHANGFA_RESULT as JSON. Waits for the server, with a limit only for the case that nothing comes.
(require 'json)

(defun zhangfa-wait (what condition)
  "Handle what comes from the server until CONDITION, a function, holds; WHAT is for the error."
  (with-timeout (15 (error "%s did not come" what))
    (while (not (funcall condition)) (accept-process-output nil 0.05))))

(defun zhangfa-diagnostics ()
  "The diagnostics of this buffer, in order."
  (flymake-start)
  (mapcar (lambda (found)
            (let ((beg (flymake-diagnostic-beg found)) (end (flymake-diagnostic-end found)))
              `((message . ,(flymake-diagnostic-text found))
                (line . ,(1- (line-number-at-pos beg)))
                (text . ,(buffer-substring-no-properties beg end)))))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun zhangfa-run ()
  "Do what a writer does."
  (find-file (getenv "ZHANGFA_DRAFT"))
  (apply #'eglot (eglot--guess-contact)) ; `eglot-ensure' waits for the first redisplay, which there is none of
  (zhangfa-wait "the server" #'eglot-current-server)
  (zhangfa-wait "diagnostics" (lambda () (zhangfa-diagnostics)))
  (let ((opened (zhangfa-diagnostics)) actions hover completions)
    (goto-char (point-min))
    (search-forward "包在我身上。”")
    (setq completions
          (pcase-let ((`(,beg ,end ,table . ,_) (eglot-completion-at-point)))
            (all-completions (buffer-substring-no-properties beg end) table)))
    (search-backward "包在我身上")
    (setq actions (eglot-code-actions (point) (point)))
    (apply #'eglot--apply-workspace-edit (plist-get (car actions) :edit)
           (and (>= emacs-major-version 30) '(nil))) ; since 30 with what it is applied for
    (goto-char (point-min))
    (search-forward "先把话接住")
    (backward-char)
    (setq hover (jsonrpc-request (eglot-current-server) :textDocument/hover
                                 (eglot--TextDocumentPositionParams)))
    `((version . ,emacs-version)
      (opened . ,(vconcat opened))
      (completions . ,(vconcat (mapcar #'substring-no-properties completions)))
      (actions . ,(vconcat (mapcar (lambda (action) (plist-get action :title)) actions)))
      (hover . ,(plist-get (plist-get hover :contents) :value))
      (reworded . ,(buffer-substring-no-properties (point-min) (point-max))))))

(let* ((coding-system-for-write 'utf-8)
       (result (condition-case failure (zhangfa-run)
                 (error `((failure . ,(error-message-string failure)))))))
  (with-temp-file (getenv "ZHANGFA_RESULT") (insert (json-encode result)))
  (kill-emacs 0))
