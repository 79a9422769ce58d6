"""The engines that answer a question: each gives the same hits for the same plan."""
