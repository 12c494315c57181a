"""Facts → assessment: methods, rules and what they find."""
