"""The engines that answer a question. Each of them gives the same hits for the same plan."""
