(require 'eglot)
(unless (fboundp 'markdown-mode) ; 没有装 markdown-mode 也可以
  (define-derived-mode markdown-mode text-mode "Markdown")
  (add-to-list 'auto-mode-alist '("\\.md\\'" . markdown-mode)))
(add-to-list 'eglot-server-programs
             '((markdown-mode (gfm-mode :language-id "markdown"))
               . ("zhangfa" "lsp" "--stdio")))
(setq-default eglot-workspace-configuration
              '(:zhangfa (:minutes 3 :documents ["documents/"])))
(add-hook 'markdown-mode-hook #'eglot-ensure)
